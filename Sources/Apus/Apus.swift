// `import Apus` gives the modelling language, solving and checking in one.
@_exported import ApusCheck
@_exported import ApusModel

@_exported import enum ApusEngine.Filtering
@_exported import enum ApusEngine.StrategyKind
@_exported import struct ApusGLPK.GLPKOptions
@_exported import enum ApusHeuristics.DispatchingRule
@_exported import enum ApusHeuristics.GenerationScheme
@_exported import enum ApusHeuristics.PlanningDirection
@_exported import enum ApusHeuristics.PriorityRule
@_exported import enum ApusHeuristics.ProjectHeuristic
@_exported import enum ApusHeuristics.RankBasis
@_exported import enum ApusHeuristics.ShopHeuristic
@_exported import enum ApusHeuristics.TaskGraphHeuristic
@_exported import enum ApusLinear.Formulation
