import ApusStructure
import Foundation

/// A way to order jobs on one machine that makes one schedule and looks no further.
///
/// In the formulas *p* is the duration of the job, *d* its due date, *w* its weight, *t* the time and *U* the jobs that are not yet done. The rules that
/// say nothing of weights ignore them. All take O(*n*²) but for what is said.
public enum OneMachineRule: String, Sendable, Hashable, CaseIterable, Codable {
  /// Earliest due date: least *d*; O(*n* log *n*). J. R. Jackson, Research Report 43, UCLA (1955).
  case edd = "EDD"
  /// Shortest processing time: least *p* / *w*; O(*n* log *n*). W. E. Smith, Naval Research Logistics Quarterly 3 (1956).
  case spt = "SPT"
  /// Modified due date: least max(*p*, *d* − *t*) / *w*. K. R. Baker, J. W. M. Bertrand, Journal of Operations Management 3 (1982); with
  /// weights J. J. Kanet, X. Li, Journal of Scheduling 7 (2004).
  case mdd = "MDD"
  /// EDD challenger: the shortest first, then jobs go forward past later due dates that would not be met; `EDDChallenger`.
  case eddc = "EDDC"
  /// MDD challenger: MDD with three corrections for the length of the job; `MDDChallenger`.
  case mddc = "MDDC"
  /// Panwalkar, Smith and Koulamas; `PanwalkarSmithKoulamas`.
  case psk = "PSK"
  /// Greatest (Σ *p* over *U* − *d*) / *p*. R. Panneerselvam, "Simple heuristic to minimize total tardiness in a single machine scheduling
  /// problem", International Journal of Advanced Manufacturing Technology 30 (2006).
  case panneerselvam = "Panneerselvam"
  /// Wilkerson and Irwin; `WilkersonIrwin`.
  case wi = "WI"
  /// Net benefit of relocation, by Holsenback and Russell; `NetBenefitOfRelocation`.
  case nbr = "NBR"
  /// Apparent tardiness cost: greatest *w* / *p* · exp(−max(0, *d* − *p* − *t*) / 2*m*), with *m* the mean duration. A. P. J. Vepsalainen,
  /// T. E. Morton, Management Science 33 (1987).
  case atc = "ATC"
  /// Cost over time: greatest *w* / *p* · max(0, 1 − max(0, *d* − *p* − *t*) / 2*p*). D. C. Carroll, thesis, MIT (1965).
  case covert = "COVERT"
}

extension OneMachine {
  /// The order that a rule makes. Complexity: that of the rule.
  func order(by rule: OneMachineRule) -> [Int32] {
    switch rule {
    case .edd: inOrder { Double(due[$0]) }
    case .spt: inOrder { Double(duration[$0]) / Double(weight[$0]) }
    case .mdd:
      greedyOrder { job, state in
        Swift.max(Double(duration[job]), Double(due[job]) - state.time) / Double(weight[job])
      }
    case .mddc: greedyOrder(MDDChallenger.key(for: self))
    case .panneerselvam:
      greedyOrder { job, state in (Double(due[job]) - state.work) / Double(duration[job]) }
    case .atc:
      greedyOrder { [mean = meanDuration] job, state in
        -Double(weight[job]) / Double(duration[job]) * exp(-slack(of: job, state) / (2 * mean))
      }
    case .covert:
      greedyOrder { job, state in
        let duration = Double(duration[job])
        return -Double(weight[job]) / duration * Swift.max(0, 1 - slack(of: job, state) / (2 * duration))
      }
    case .eddc: EDDChallenger.order(self)
    case .psk: PanwalkarSmithKoulamas.order(self)
    case .wi: WilkersonIrwin.order(self)
    case .nbr: NetBenefitOfRelocation.order(self)
    }
  }

  private var meanDuration: Double { Double(duration.reduce(0) { $0 + Int($1) }) / Double(jobCount) }

  private func slack(of job: Int, _ state: GreedyState) -> Double {
    Swift.max(0, Double(due[job]) - Double(duration[job]) - state.time)
  }
}
