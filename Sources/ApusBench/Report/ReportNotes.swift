/// What the tables' columns mean, in the words of all formats.
enum ReportNotes {
  static let summary = """
    Answers count where they were verified. Excess is measured from the best-known objective (where there is none, from the best \
    verified answer here), over the runs with an answer. Bound / best known: geometric mean of proven bound over best-known lower bound. \
    Seconds: geometric mean of seconds to the proof, shifted by 1 s; a run without a proof counts its limit, in PAR2 twice. Primal \
    integral: the distance from the best known, summed over the time to the limit. Best in bold where all ran the same instances, of excess and bound only where all answered them.
    """
  static let instances = """
    Objective and bound as the solver gave them. Proven: a verified optimum. Verified: a checked answer without a proof. Not \
    verified: a claim that counts for nothing.
    """
}
