/* One future of a town, as TownLife lives it, in plain C.
 *
 *   town every FILE ROUNDS    asks every household in every month, and counts its neighbours
 *   town changes FILE ROUNDS  does what TownLife does: sums over cells, goes from buyer to buyer
 *
 * Prints the seconds of each round, then the shares of the last one. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LONGEST 255

static int32_t size, months, traits, rates, archetypes, links;
static double *odds, *own, *hazard, *seen_factor; /* by month, trait, rate; by share of neighbours see seen() */
static int32_t *first, *list;
static uint8_t *trait, *rate, *archetype;
static int32_t widest;
static uint64_t key;

static uint64_t mixed(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}
#define GAMMA 0x9e3779b97f4a7c15ULL
static uint64_t keyed(uint64_t seed) { return mixed(seed + GAMMA); }
static uint64_t branch(uint64_t k, int64_t part) { return keyed(k ^ mixed((uint64_t)part * GAMMA + 1)); }
static double uniform(uint64_t k, int64_t position) {
  return (mixed(k + ((uint64_t)position + 1) * GAMMA) >> 11) * 0x1.0p-53;
}

static void *load(FILE *in, size_t bytes) {
  void *to = malloc(bytes);
  if (fread(to, 1, bytes, in) != bytes) { fprintf(stderr, "short file\n"); exit(2); }
  return to;
}

/* what neighbours do to the odds, by degree and number of electric ones */
static double seen(int degree, int electric) { return seen_factor[degree * (degree + 1) / 2 + electric]; }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void every(double *shares) {
  uint8_t *electric = calloc(size, 1), *next = malloc(size);
  double highest = 0;
  for (int r = 0; r < rates; r++) highest = hazard[r] > highest ? hazard[r] : highest;
  for (int month = 0; month < months; month++) {
    uint64_t luck = branch(branch(key, month), 4);
    double sum = 0, all = 0, common = odds[month];
    for (int i = 0; i < size; i++) {
      int count = 0, degree = first[i + 1] - first[i];
      for (int n = first[i]; n < first[i + 1]; n++) count += electric[list[n]];
      double h = hazard[rate[i]];
      double chance = 1 / (1 + common * own[trait[i]] * seen(degree, count));
      sum += h * chance;
      all += h;
      double drawn = uniform(luck, i);
      next[i] = drawn < h ? drawn < h * chance : electric[i];
    }
    uint8_t *swap = electric; electric = next; next = swap;
    shares[month] = sum / all;
  }
  free(electric); free(next);
}

/* the kinds: found once, as by Kinds */
static int32_t kinds, *kind_of, *first_cell, *example;
static double *own_of, *hazard_of, *seen_of, reached[LONGEST], highest, *weights;
static int compare(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return x < y ? -1 : x > y;
}
static void find_kinds(void) {
  int64_t *keys = malloc(8L * size);
  for (int i = 0; i < size; i++) {
    int64_t k = trait[i];
    k = k * rates + rate[i];
    k = k * archetypes + archetype[i];
    k = k * (widest + 1) + first[i + 1] - first[i];
    keys[i] = k << 21 | i;
  }
  qsort(keys, size, 8, compare);
  kind_of = malloc(4L * size); example = malloc(4L * size);
  int64_t before = -1;
  kinds = -1;
  for (int i = 0; i < size; i++) {
    if (keys[i] >> 21 != before) { kinds++; before = keys[i] >> 21; example[kinds] = keys[i] & 0x1fffff; }
    kind_of[keys[i] & 0x1fffff] = kinds;
  }
  kinds++;
  first_cell = malloc(4L * (kinds + 1)); own_of = malloc(8L * kinds); hazard_of = malloc(8L * kinds);
  first_cell[0] = 0;
  for (int k = 0; k < kinds; k++) {
    int i = example[k];
    first_cell[k + 1] = first_cell[k] + first[i + 1] - first[i] + 1;
    own_of[k] = own[trait[i]];
    hazard_of[k] = hazard[rate[i]];
  }
  seen_of = malloc(8L * first_cell[kinds]);
  for (int k = 0; k < kinds; k++)
    for (int c = first_cell[k]; c < first_cell[k + 1]; c++)
      seen_of[c] = seen(first_cell[k + 1] - first_cell[k] - 1, c - first_cell[k]);
  double missed = 1;
  for (int r = 0; r < rates; r++) highest = hazard[r] > highest ? hazard[r] : highest;
  for (int g = 0; g < LONGEST; g++) { missed *= 1 - highest; reached[g] = 1 - missed; }
  weights = calloc(archetypes, 8);
  for (int i = 0; i < size; i++) weights[archetype[i]] += hazard[rate[i]];
}

static inline int cell_of(const uint64_t *electric, int i) {
  int cell = first_cell[kind_of[i]];
  for (int n = first[i]; n < first[i + 1]; n++) cell += electric[list[n] >> 6] >> (list[n] & 63) & 1;
  return cell;
}

static void changes(double *shares) {
  uint64_t *electric = calloc((size + 63) / 64, 8);
  int32_t *households = calloc(first_cell[kinds], 4), *changing = malloc(4L * size);
  double *purchases = malloc(8L * archetypes);
  for (int i = 0; i < size; i++) households[first_cell[kind_of[i]]]++;
  for (int month = 0; month < months; month++) {
    double common = odds[month];
    memset(purchases, 0, 8L * archetypes);
    for (int k = 0; k < kinds; k++) {
      double sum = 0, own_odds = common * own_of[k];
      for (int c = first_cell[k]; c < first_cell[k + 1]; c++) sum += households[c] / (1 + own_odds * seen_of[c]);
      purchases[archetype[example[k]]] += hazard_of[k] * sum;
    }
    uint64_t here = branch(key, month), gaps = branch(here, 3), luck = branch(here, 4);
    int changed = 0;
    int64_t draw = 0;
    for (int i = -1;;) {
      double u = uniform(gaps, draw++);
      int low = 0, high = LONGEST; /* the first place that is more than u */
      while (low < high) {
        int middle = (low + high) / 2;
        if (reached[middle] > u) high = middle; else low = middle + 1;
      }
      i += low == LONGEST ? LONGEST : low + 1;
      if (i >= size) break;
      if (low == LONGEST) continue;
      int k = kind_of[i];
      double drawn = highest * uniform(luck, i);
      if (drawn >= hazard_of[k]) continue;
      int is = drawn < hazard_of[k] * (1 / (1 + common * own_of[k] * seen_of[cell_of(electric, i)]));
      if (is != (int)(electric[i >> 6] >> (i & 63) & 1)) changing[changed++] = i;
    }
    for (int c = 0; c < changed; c++) {
      int i = changing[c], more = electric[i >> 6] >> (i & 63) & 1 ? -1 : 1;
      for (int n = first[i]; n < first[i + 1]; n++) {
        int cell = cell_of(electric, list[n]);
        households[cell]--;
        households[cell + more]++;
      }
      electric[i >> 6] ^= 1ULL << (i & 63);
    }
    double sum = 0, all = 0;
    for (int a = 0; a < archetypes; a++) { sum += purchases[a]; all += weights[a]; }
    shares[month] = sum / all;
  }
  free(electric); free(households); free(changing); free(purchases);
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  FILE *in = fopen(arguments[2], "rb");
  if (!in) return 2;
  int32_t *head = load(in, 7 * 4);
  size = head[0]; months = head[1]; traits = head[2]; rates = head[3]; archetypes = head[4]; links = head[5]; widest = head[6];
  uint64_t *seed = load(in, 8);
  key = keyed(*seed);
  odds = load(in, 8L * months); own = load(in, 8L * traits); hazard = load(in, 8L * rates);
  seen_factor = load(in, 8L * (widest + 1) * (widest + 2) / 2);
  first = load(in, 4L * (size + 1)); list = load(in, 4L * links);
  trait = load(in, size); rate = load(in, size); archetype = load(in, size);
  int all = !strcmp(arguments[1], "every");
  if (!all) find_kinds();
  double *shares = malloc(8L * months);
  for (int round = 0; round < atoi(arguments[3]); round++) {
    double start = now();
    if (all) every(shares); else changes(shares);
    printf("seconds %.9f\n", now() - start);
  }
  for (int month = 0; month < months; month++) printf("share %.17g\n", shares[month]);
  return 0;
}
