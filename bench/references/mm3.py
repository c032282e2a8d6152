"""M/M/3 in SimPy.

Usage: mm3.py CUSTOMERS INTERVAL SERVICE SEED   Prints: seconds mean-wait
"""
import random
import sys
import time

import simpy


def main(customers, interval, service, seed):
    draw = random.Random(seed).expovariate
    env = simpy.Environment()
    clerks = simpy.Resource(env, 3)
    waits = [0.0]

    def customer():
        since = env.now
        with clerks.request() as turn:
            yield turn
            waits[0] += env.now - since
            yield env.timeout(draw(1 / service))

    def stream():
        for _ in range(customers):
            yield env.timeout(draw(1 / interval))
            env.process(customer())

    env.process(stream())
    began = time.process_time()
    env.run()
    print(time.process_time() - began, waits[0] / customers)


main(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
