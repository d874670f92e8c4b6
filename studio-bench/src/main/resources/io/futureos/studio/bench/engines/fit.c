/* Iterative proportional fitting of cells to one- and two-way margins in plain C, by strides.
 *
 *   fit FILE AIM ROUNDS
 *
 * Prints the seconds of each round, the sweeps it took, then the cells. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { int one, two, inner_first, size; double *shares, *sums; } margin;

static int dimensions, categories[16], strides[16], cells, margins;
static margin all[64];

static void *load(FILE *in, size_t bytes) {
  void *to = malloc(bytes);
  if (fread(to, 1, bytes, in) != bytes) { fprintf(stderr, "short file\n"); exit(2); }
  return to;
}
static int number(FILE *in) { int32_t *n = load(in, 4); int value = *n; free(n); return value; }

/* one and two: the outer and the inner dimension; outer -1 for a one-way margin */
static void sum(const margin *m, const double *restrict w, double *restrict sums) {
  memset(sums, 0, 8L * m->size);
  int inner = strides[m->two], block = inner * categories[m->two];
  int middle = m->one < 0 ? cells : strides[m->one], outer = m->one < 0 ? cells : middle * categories[m->one];
  int step_one = m->one < 0 ? 0 : m->inner_first ? 1 : categories[m->two];
  int step_two = m->one >= 0 && m->inner_first ? categories[m->one] : 1;
  for (int o = 0; o < cells; o += outer)
    for (int a = 0; a < outer / middle; a++)
      for (int b = 0; b < middle; b += block)
        for (int k = 0; k < categories[m->two]; k++) {
          const double *from = w + o + a * middle + b + k * inner;
          double s = 0;
          for (int i = 0; i < inner; i++) s += from[i];
          sums[a * step_one + k * step_two] += s;
        }
}
static void scale(const margin *m, double *restrict w, const double *restrict factors) {
  int inner = strides[m->two], block = inner * categories[m->two];
  int middle = m->one < 0 ? cells : strides[m->one], outer = m->one < 0 ? cells : middle * categories[m->one];
  int step_one = m->one < 0 ? 0 : m->inner_first ? 1 : categories[m->two];
  int step_two = m->one >= 0 && m->inner_first ? categories[m->one] : 1;
  for (int o = 0; o < cells; o += outer)
    for (int a = 0; a < outer / middle; a++)
      for (int b = 0; b < middle; b += block)
        for (int k = 0; k < categories[m->two]; k++) {
          double *from = w + o + a * middle + b + k * inner, f = factors[a * step_one + k * step_two];
          for (int i = 0; i < inner; i++) from[i] *= f;
        }
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  FILE *in = fopen(arguments[1], "rb");
  if (!in) return 2;
  double aim = atof(arguments[2]);
  dimensions = number(in);
  for (int d = 0; d < dimensions; d++) categories[d] = number(in);
  cells = 1;
  for (int d = dimensions - 1; d >= 0; d--) { strides[d] = cells; cells *= categories[d]; }
  margins = number(in);
  for (int m = 0; m < margins; m++) {
    int ways = number(in), first = number(in), second = ways == 2 ? number(in) : -1;
    all[m].inner_first = ways == 2 && first > second;
    all[m].two = ways == 1 ? first : first > second ? first : second;
    all[m].one = ways == 1 ? -1 : first > second ? second : first;
    all[m].size = categories[first] * (ways == 2 ? categories[second] : 1);
    all[m].shares = load(in, 8L * all[m].size);
    all[m].sums = malloc(8L * all[m].size);
  }
  double *w = malloc(8L * cells);
  int sweeps = 0;
  for (int round = 0; round < atoi(arguments[3]); round++) {
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int c = 0; c < cells; c++) w[c] = 1.0 / cells;
    double missed = 1;
    for (sweeps = 0; missed > aim && sweeps < 1000; sweeps++) {
      missed = 0;
      for (int m = 0; m < margins; m++) {
        sum(&all[m], w, all[m].sums);
        for (int i = 0; i < all[m].size; i++) {
          double gap = fabs(all[m].sums[i] - all[m].shares[i]);
          missed = gap > missed ? gap : missed;
          all[m].sums[i] = all[m].sums[i] > 0 ? all[m].shares[i] / all[m].sums[i] : 0;
        }
        scale(&all[m], w, all[m].sums);
      }
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    printf("seconds %.9f\n", to.tv_sec - from.tv_sec + 1e-9 * (to.tv_nsec - from.tv_nsec));
  }
  printf("sweeps %d\n", sweeps);
  for (int c = 0; c < cells; c++) printf("cell %.17g\n", w[c]);
  return 0;
}
