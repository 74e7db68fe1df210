#ifndef CGLPK_H
#define CGLPK_H

/* GLPK behind one call that cannot abort the process.

   Everything that is said to GLPK is said here, in C, within one guarded call: an error inside the library jumps back to the guard, and
   no Swift frame lies between. Hooks are leaves: they never call GLPK. Each call has an environment of its own on its thread, and
   frees it. */

/* A mixed-integer program. Indices count from 0; rows are compressed: the entries of row i are row_begin[i] ..< row_begin[i + 1].
   Bounds may be infinite. The caller has made sure of sizes, of indices, of finite coefficients, of lower <= upper, and that no
   column occurs twice in a row. */
typedef struct {
  int row_count, column_count;
  const int *row_begin, *entry_column;
  const double *entry_value;
  const double *row_lower, *row_upper;
  const double *column_lower, *column_upper;
  const double *cost;
  double cost_constant;
  int maximizes;
  const unsigned char *is_integer;
} cglpk_program;

enum { CGLPK_CUT_MIR = 1, CGLPK_CUT_GOMORY = 2, CGLPK_CUT_COVER = 4, CGLPK_CUT_CLIQUE = 8 };
enum { CGLPK_BRANCH_FIRST, CGLPK_BRANCH_MOST_FRACTIONAL, CGLPK_BRANCH_DRIEBECK_TOMLIN, CGLPK_BRANCH_PSEUDOCOST };
enum { CGLPK_NODE_DEPTH_FIRST, CGLPK_NODE_BREADTH_FIRST, CGLPK_NODE_BEST_BOUND, CGLPK_NODE_BEST_PROJECTION };

typedef struct {
  int cuts;
  int branching;
  int node_choice;
  int presolves;
  int feasibility_pump;
  /* Only the linear relaxation. */
  int relaxation_only;
  /* How far from whole a value may be and count as whole. */
  double integrality;
  /* Relative; 0 for a proof. */
  double gap;
  /* In megabytes; 0 for none. */
  int memory;
} cglpk_options;

typedef struct {
  void *context;
  /* Whether to stop. Asked often. */
  int (*stops)(void *context);
  /* A better solution: as many values as columns. Whether it is accepted is for the caller to remember. */
  void (*found)(void *context, const double *values, double objective);
  /* No solution is better than this. */
  void (*bounded)(void *context, double bound);
  /* Fills in a solution better than the objective, and returns 1, or returns 0. has_objective is 0 while there is none. */
  int (*suggests)(void *context, int has_objective, double objective, double *values);
} cglpk_hooks;

enum {
  CGLPK_OPTIMAL,     /* or within the gap */
  CGLPK_INFEASIBLE,
  CGLPK_UNBOUNDED,
  CGLPK_STOPPED,
  CGLPK_OUT_OF_MEMORY,
  CGLPK_FAILED       /* message says why */
};

typedef struct {
  int outcome;
  /* Of the best integer solution that GLPK has, or of the relaxation; meaningless where has_objective is 0. */
  int has_objective;
  double objective;
  /* The subproblems looked at. */
  int node_count;
  char message[256];
} cglpk_result;

void cglpk_solve(const cglpk_program *program, const cglpk_options *options, const cglpk_hooks *hooks, cglpk_result *result);

/* The version of the library, such as "5.0". */
const char *cglpk_version(void);

#endif
