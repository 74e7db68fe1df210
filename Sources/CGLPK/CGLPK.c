#include "CGLPK.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/* What a call holds, so that the guard can free it whatever happened. */
typedef struct {
  const cglpk_program *program;
  const cglpk_options *options;
  const cglpk_hooks *hooks;
  cglpk_result *result;
  jmp_buf guard;
  glp_prob *original;
  glp_prob *searched;  /* a copy of the presolved program, or the original */
  glp_prep *presolver;
  glp_prob *presolved; /* as the presolver made it, without the cuts of the search, which would mislead it */
  double *values;      /* from 1, as GLPK counts */
  int *row_columns;
  double *row_values;
  char last_line[256];
} call;

enum { JUMP_ERROR = 1, JUMP_STOP = 2 };

/* GLPK's own words. None of them reaches the terminal; the last line says what went wrong if something does. The simplex method has no
   callback but this one, so it is also where a long LP hears that it has to stop. */
static int take_line(void *info, const char *text) {
  call *c = info;
  size_t length = strcspn(text, "\n");
  /* An error says what is wrong, and then where in GLPK. */
  if (length > 0 && strncmp(text, "Error detected", 14) != 0) {
    if (length >= sizeof c->last_line) length = sizeof c->last_line - 1;
    memcpy(c->last_line, text, length);
    c->last_line[length] = 0;
  }
  if (c->hooks->stops(c->hooks->context)) longjmp(c->guard, JUMP_STOP);
  return 1;
}

static void take_error(void *info) { longjmp(((call *)info)->guard, JUMP_ERROR); }

static int bound_type(double lower, double upper) {
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  if (isinf(upper)) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

static void load(call *c) {
  const cglpk_program *program = c->program;
  glp_prob *p = c->original = glp_create_prob();
  glp_set_obj_dir(p, program->maximizes ? GLP_MAX : GLP_MIN);
  glp_set_obj_coef(p, 0, program->cost_constant);
  if (program->column_count > 0) glp_add_cols(p, program->column_count);
  if (program->row_count > 0) glp_add_rows(p, program->row_count);
  for (int j = 0; j < program->column_count; j++) {
    double lower = program->column_lower[j], upper = program->column_upper[j];
    glp_set_col_kind(p, j + 1, program->is_integer[j] ? GLP_IV : GLP_CV);
    glp_set_col_bnds(p, j + 1, bound_type(lower, upper), isinf(lower) ? 0 : lower, isinf(upper) ? 0 : upper);
    glp_set_obj_coef(p, j + 1, program->cost[j]);
  }
  for (int i = 0; i < program->row_count; i++) {
    double lower = program->row_lower[i], upper = program->row_upper[i];
    glp_set_row_bnds(p, i + 1, bound_type(lower, upper), isinf(lower) ? 0 : lower, isinf(upper) ? 0 : upper);
    int begin = program->row_begin[i], count = program->row_begin[i + 1] - begin;
    for (int k = 0; k < count; k++) {
      c->row_columns[k + 1] = program->entry_column[begin + k] + 1;
      c->row_values[k + 1] = program->entry_value[begin + k];
    }
    glp_set_mat_row(p, i + 1, count, c->row_columns, c->row_values);
  }
}

/* Translates the integer solution of what is searched into one of the original program. The presolver does so for the program that it
   made only, so the solution is planted there: with all columns fixed, one LP without a choice. */
static int translate(call *c) {
  glp_prob *p = c->presolved;
  for (int j = 1; j <= glp_get_num_cols(p); j++) {
    double value = glp_mip_col_val(c->searched, j);
    glp_set_col_bnds(p, j, GLP_FX, value, value);
  }
  glp_std_basis(p);
  glp_smcp simplex;
  glp_init_smcp(&simplex);
  simplex.msg_lev = GLP_MSG_OFF;
  if (glp_simplex(p, &simplex) != 0) return 0;
  glp_iocp search;
  glp_init_iocp(&search);
  search.msg_lev = GLP_MSG_OFF;
  if (glp_intopt(p, &search) != 0 || glp_mip_status(p) != GLP_OPT) return 0;
  glp_npp_postprocess(c->presolver, p);
  glp_npp_obtain_sol(c->presolver, c->original);
  return 1;
}

/* Hands the integer solution of what is searched to the hook, if there is one and it is new. The library calls back for its own solutions
   but not for those of its heuristics, so this is asked at every step. */
static void report_news(call *c) {
  int status = glp_mip_status(c->searched);
  if (status != GLP_FEAS && status != GLP_OPT) return;
  double objective = glp_mip_obj_val(c->searched);
  if (c->result->has_objective && c->result->objective == objective) return;
  c->result->has_objective = 1;
  c->result->objective = objective;
  if (c->presolver && !translate(c)) return;
  for (int j = 1; j <= c->program->column_count; j++) c->values[j] = glp_mip_col_val(c->original, j);
  c->hooks->found(c->hooks->context, c->values + 1, objective);
}

static void take_suggestion(call *c, glp_tree *tree) {
  if (c->hooks->suggests(c->hooks->context, c->result->has_objective, c->result->objective, c->values + 1))
    glp_ios_heur_sol(tree, c->values);
}

static void step(glp_tree *tree, void *info) {
  call *c = info;
  if (c->hooks->stops(c->hooks->context)) glp_ios_terminate(tree);
  report_news(c);
  switch (glp_ios_reason(tree)) {
    case GLP_IHEUR:
      if (!c->presolver) take_suggestion(c, tree);
      break;
    case GLP_ISELECT: {
      int best = glp_ios_best_node(tree), total;
      if (best) c->hooks->bounded(c->hooks->context, glp_ios_node_bound(tree, best));
      glp_ios_tree_size(tree, NULL, NULL, &total);
      c->result->node_count = total;
      break;
    }
    default: break;
  }
}

static void fail(call *c, const char *what) {
  c->result->outcome = CGLPK_FAILED;
  strncpy(c->result->message, what, sizeof c->result->message - 1);
}

/* Solves the relaxation of what is searched. Returns whether the search may go on from its optimum. */
static int relax(call *c) {
  glp_smcp simplex;
  glp_init_smcp(&simplex);
  simplex.msg_lev = GLP_MSG_ALL;
  simplex.meth = GLP_DUALP;
  simplex.out_frq = 50;
  glp_scale_prob(c->searched, GLP_SF_AUTO);
  glp_adv_basis(c->searched, 0);
  int code = glp_simplex(c->searched, &simplex);
  int status = glp_get_status(c->searched);
  int is_settled = status == GLP_OPT || status == GLP_NOFEAS || status == GLP_UNBND;
  if (code != 0 || !is_settled) {
    /* From a basis of slack variables once more: what is singular or ill-conditioned may be so by that start, and what the dual method
       finds to have no dual solution may be infeasible or unbounded. */
    glp_std_basis(c->searched);
    simplex.meth = GLP_PRIMAL;
    code = glp_simplex(c->searched, &simplex);
  }
  if (code != 0) {
    fail(c, c->last_line);
    return 0;
  }
  switch (glp_get_status(c->searched)) {
    case GLP_OPT: break;
    case GLP_NOFEAS: c->result->outcome = CGLPK_INFEASIBLE; return 0;
    case GLP_UNBND: c->result->outcome = CGLPK_UNBOUNDED; return 0;
    default: fail(c, "the linear relaxation could not be solved"); return 0;
  }
  c->hooks->bounded(c->hooks->context, glp_get_obj_val(c->searched));
  return 1;
}

static void search(call *c) {
  static const int branching[] = {GLP_BR_FFV, GLP_BR_MFV, GLP_BR_DTH, GLP_BR_PCH};
  static const int node_choice[] = {GLP_BT_DFS, GLP_BT_BFS, GLP_BT_BLB, GLP_BT_BPH};
  const cglpk_options *options = c->options;
  glp_iocp search;
  glp_init_iocp(&search);
  search.msg_lev = GLP_MSG_ALL;
  search.out_frq = 50;
  search.out_dly = 0;
  search.br_tech = branching[options->branching];
  search.bt_tech = node_choice[options->node_choice];
  search.tol_int = options->integrality;
  search.mip_gap = options->gap;
  search.mir_cuts = options->cuts & CGLPK_CUT_MIR ? GLP_ON : GLP_OFF;
  search.gmi_cuts = options->cuts & CGLPK_CUT_GOMORY ? GLP_ON : GLP_OFF;
  search.cov_cuts = options->cuts & CGLPK_CUT_COVER ? GLP_ON : GLP_OFF;
  search.clq_cuts = options->cuts & CGLPK_CUT_CLIQUE ? GLP_ON : GLP_OFF;
  search.fp_heur = options->feasibility_pump ? GLP_ON : GLP_OFF;
  search.cb_func = step;
  search.cb_info = c;
  switch (glp_intopt(c->searched, &search)) {
    case 0:
    case GLP_EMIPGAP: break;
    case GLP_ESTOP:
    case GLP_ETMLIM: c->result->outcome = CGLPK_STOPPED; return;
    case GLP_ENOPFS: c->result->outcome = CGLPK_INFEASIBLE; return;
    case GLP_ENODFS: c->result->outcome = CGLPK_UNBOUNDED; return;
    default: fail(c, c->last_line); return;
  }
  switch (glp_mip_status(c->searched)) {
    case GLP_OPT:
    case GLP_FEAS:
      c->result->outcome = CGLPK_OPTIMAL;
      report_news(c);
      break;
    case GLP_NOFEAS: c->result->outcome = CGLPK_INFEASIBLE; break;
    default: fail(c, "the search ended without a verdict"); break;
  }
}

static void solve(call *c) {
  load(c);
  c->searched = c->original;
  if (c->options->presolves && !c->options->relaxation_only) {
    c->presolver = glp_npp_alloc_wksp();
    glp_npp_load_prob(c->presolver, c->original, GLP_MIP, GLP_OFF);
    int code = glp_npp_preprocess1(c->presolver, 0);
    if (code == GLP_ENOPFS) { c->result->outcome = CGLPK_INFEASIBLE; return; }
    if (code == GLP_ENODFS) { c->result->outcome = CGLPK_UNBOUNDED; return; }
    if (code != 0) { fail(c, "the presolver failed"); return; }
    c->presolved = glp_create_prob();
    glp_npp_build_prob(c->presolver, c->presolved);
    c->searched = glp_create_prob();
    glp_copy_prob(c->searched, c->presolved, GLP_OFF);
  }
  if (!relax(c)) return;
  if (c->options->relaxation_only) {
    c->result->outcome = CGLPK_OPTIMAL;
    c->result->has_objective = 1;
    c->result->objective = glp_get_obj_val(c->searched);
    for (int j = 1; j <= c->program->column_count; j++) c->values[j] = glp_get_col_prim(c->searched, j);
    c->hooks->found(c->hooks->context, c->values + 1, c->result->objective);
    return;
  }
  search(c);
}

void cglpk_solve(const cglpk_program *program, const cglpk_options *options, const cglpk_hooks *hooks, cglpk_result *result) {
  memset(result, 0, sizeof *result);
  /* On the heap: what lives across a jump must not be in a register. */
  call *c = calloc(1, sizeof *c);
  size_t width = 1 + (size_t)program->column_count;
  if (c) {
    c->values = calloc(width, sizeof *c->values);
    c->row_columns = calloc(width, sizeof *c->row_columns);
    c->row_values = calloc(width, sizeof *c->row_values);
  }
  if (!c || !c->values || !c->row_columns || !c->row_values) {
    result->outcome = CGLPK_OUT_OF_MEMORY;
  } else {
    c->program = program;
    c->options = options;
    c->hooks = hooks;
    c->result = result;
    glp_term_hook(take_line, c);
    glp_error_hook(take_error, c);
    if (options->memory > 0) glp_mem_limit(options->memory);
    switch (setjmp(c->guard)) {
      case 0: solve(c); break;
      case JUMP_STOP: result->outcome = CGLPK_STOPPED; break;
      default:
        if (strstr(c->last_line, "memory")) {
          result->outcome = CGLPK_OUT_OF_MEMORY;
        } else {
          fail(c, c->last_line);
        }
    }
    /* Frees all that GLPK holds on this thread, problems and hooks included. */
    glp_free_env();
  }
  if (c) {
    free(c->values);
    free(c->row_columns);
    free(c->row_values);
  }
  free(c);
}

const char *cglpk_version(void) { return glp_version(); }
