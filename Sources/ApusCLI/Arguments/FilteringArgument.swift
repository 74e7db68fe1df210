import Apus
import ArgumentParser

extension Filtering: ExpressibleByArgument {}
