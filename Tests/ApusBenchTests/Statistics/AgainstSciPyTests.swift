import ApusBench
import ApusModel
import Foundation
import Testing

/// The same statistics by NumPy and SciPy, on random data, to 1e-9.
@Suite(.enabled(if: ScienceStack.isPresent, "no python3 with numpy and scipy found"))
struct AgainstSciPyTests {
  struct Case: Codable {
    var times: [Double]
    var best: [Double]
    var shift, level: Double
    /// Continuous differences, and coarse ones with ties and zeros.
    var smooth, coarse: [Double]
    var wins, losses: Int
  }

  struct Answer: Codable {
    var shifted, quantile, median, meanExcess, geometricExcess, sign, exact, normal, tied: Double
  }

  static let script = """
    import sys, json, numpy as np
    from scipy import stats
    answers = []
    for c in json.load(open(sys.argv[1])):
        t, b = np.array(c['times']), np.array(c['best'])
        smooth, coarse = np.array(c['smooth']), np.array(c['coarse'])
        def rank(x, method):
            kind = {'zero_method': 'wilcox', 'correction': method != 'exact'}
            try: return stats.wilcoxon(x, method=method, **kind).pvalue
            except ValueError: return stats.wilcoxon(x, mode=method, **kind).pvalue
        normal = 'asymptotic'
        answers.append({
            'shifted': stats.gmean(t + c['shift']) - c['shift'],
            'quantile': np.quantile(t, c['level']), 'median': np.median(t),
            'meanExcess': np.mean(t / b - 1), 'geometricExcess': stats.gmean(t / b) - 1,
            'sign': stats.binomtest(c['wins'], c['wins'] + c['losses']).pvalue,
            'exact': rank(smooth, 'exact'), 'normal': rank(smooth, normal), 'tied': rank(coarse, normal)})
    print(json.dumps(answers))
    """

  @Test func agrees() throws {
    var random = SplitMix64(seed: 11)
    let cases = (0..<60).map { _ in
      let n = Int.random(in: 12...48, using: &random)
      func many(_ value: (inout SplitMix64) -> Double) -> [Double] { (0..<n).map { _ in value(&random) } }
      return Case(
        times: many { exp(3 * $0.normal()) }, best: many { 1 + 50 * $0.nextUnit() },
        shift: [0, 1, 10].randomElement(using: &random) ?? 1, level: random.nextUnit(),
        smooth: many { $0.normal() + 0.2 }, coarse: many { Double(Int.random(in: -4...6, using: &$0)) },
        wins: Int.random(in: 1...80, using: &random), losses: Int.random(in: 0...80, using: &random))
    }
    let input = String(decoding: try JSONEncoder().encode(cases), as: UTF8.self)
    let answers = try JSONDecoder().decode([Answer].self, from: ScienceStack.run(Self.script, on: input))
    #expect(answers.count == cases.count)
    for (one, answer) in zip(cases, answers) {
      func same(_ ours: Double?, _ theirs: Double, _ what: String) {
        #expect(agree(ours, theirs, within: 1e-9), "\(what): \(ours ?? .nan) and \(theirs)")
      }
      let pairs = zip(one.times, one.best).map { (objective: $0, best: $1) }
      same(Statistics.shiftedGeometricMean(one.times, shift: one.shift), answer.shifted, "shifted geometric mean")
      same(Statistics.quantile(one.times, one.level), answer.quantile, "quantile")
      same(Statistics.median(one.times), answer.median, "median")
      same(Statistics.meanExcess(pairs, sense: .minimize), answer.meanExcess, "mean excess")
      same(Statistics.geometricExcess(pairs), answer.geometricExcess, "geometric excess")
      same(Statistics.signTest(wins: one.wins, losses: one.losses), answer.sign, "sign test")
      same(Statistics.signedRank(one.smooth, method: .exact)?.p, answer.exact, "exact signed ranks")
      same(Statistics.signedRank(one.smooth, method: .normal)?.p, answer.normal, "normal signed ranks")
      same(Statistics.signedRank(one.coarse, method: .normal)?.p, answer.tied, "tied signed ranks")
    }
  }
}
