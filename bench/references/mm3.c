/* M/M/3 in C: the same specialised loop as bare.mjs, with a 64-bit generator.
 * Usage: mm3 CUSTOMERS INTERVAL SERVICE SEED   Prints: seconds mean-wait */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RING 65536

static uint64_t state;

static double exponential(double mean) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return -mean * log(((double)(state >> 11) + 0.5) * 0x1p-53);
}

int main(int argc, char **argv) {
  if (argc != 5) return 2;
  const long customers = atol(argv[1]);
  const double interval = atof(argv[2]), service = atof(argv[3]);
  state = 0x9e3779b97f4a7c15u * (uint64_t)(atol(argv[4]) + 1);
  static double waiting[RING];
  unsigned head = 0, tail = 0;
  long started = 0;
  double waits = 0, finish[3] = {INFINITY, INFINITY, INFINITY};
  struct timespec from, to;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
  double arrival = exponential(interval);
  while (started < customers) {
    const int unit = finish[0] < finish[1] ? (finish[0] < finish[2] ? 0 : 2) : (finish[1] < finish[2] ? 1 : 2);
    if (arrival < finish[unit]) {
      const double now = arrival;
      arrival = now + exponential(interval);
      int idle = 0;
      while (idle < 3 && finish[idle] != INFINITY) idle++;
      if (idle == 3) {
        waiting[tail++ % RING] = now;
        if (tail - head == RING) return 1;
      } else {
        started++;
        finish[idle] = now + exponential(service);
      }
    } else {
      const double now = finish[unit];
      if (head != tail) {
        waits += now - waiting[head++ % RING];
        started++;
        finish[unit] = now + exponential(service);
      } else {
        finish[unit] = INFINITY;
      }
    }
  }
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
  printf("%.9f %.12g\n", (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec), waits / (double)started);
  return 0;
}
