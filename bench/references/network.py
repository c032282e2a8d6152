"""The crisis network of worlds/network.yaml in SimPy, written as one would with its manual beside one.

Usage: network.py WEEKS SEED   Prints: seconds arrivals, then for each service, urgent and routine, the served and their summed waits [hours].
"""
import random
import sys
import time

import simpy

HANDLERS, OFFICERS, SUITES, CUBICLES, TEAM = range(5)
MINUTE = 1 / 60


def main(weeks, seed):
    chance = random.Random(seed)
    draw = chance.expovariate
    env = simpy.Environment()
    places = [
        simpy.Resource(env, 2),
        simpy.PriorityResource(env, 6),
        simpy.Resource(env, 2),
        simpy.Resource(env, 2),
        simpy.PriorityResource(env, 3),
    ]
    served = [0] * 10
    waits = [0.0] * 10
    come = [0]

    def note(place, priority, since):
        at = 2 * place + priority
        served[at] += 1
        waits[at] += env.now - since

    def caller(priority):
        while True:
            since = env.now
            with places[HANDLERS].request() as turn:
                if not turn.triggered:
                    yield turn | env.timeout(draw(1 / (10 * MINUTE)))
                    if not turn.triggered:
                        return
                note(HANDLERS, priority, since)
                yield env.timeout(draw(1 / (5 * MINUTE)))
            way = chance.random()
            if way < 0.3:
                since = env.now
                officer = places[OFFICERS].request(priority=priority)
                yield officer
                note(OFFICERS, priority, since)
                yield env.timeout(draw(1 / (30 * MINUTE)))
                place, stay = (SUITES, 40) if chance.random() < 0.5 else (CUBICLES, 45)
                since = env.now
                with places[place].request() as turn:
                    yield turn
                    note(place, priority, since)
                    places[OFFICERS].release(officer)
                    yield env.timeout(draw(1 / (stay * MINUTE)))
            elif way < 0.7:
                since = env.now
                with places[TEAM].request(priority=priority) as turn:
                    yield turn
                    note(TEAM, priority, since)
                    yield env.timeout(draw(1 / (20 * MINUTE)))
            else:
                return
            if chance.random() >= 0.2:
                return

    def stream(every, priority):
        while True:
            yield env.timeout(draw(1 / (every * MINUTE)))
            come[0] += 1
            env.process(caller(priority))

    env.process(stream(15, 0))
    env.process(stream(7.5, 1))
    began = time.process_time()
    env.run(until=weeks * 168)
    seconds = time.process_time() - began
    print(seconds, come[0], *[part for place in zip(served, waits) for part in place])


main(float(sys.argv[1]), int(sys.argv[2]))
