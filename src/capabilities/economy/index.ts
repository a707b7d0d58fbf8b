/** What others may use of the economy. */

export { tellFault } from './commands/case-file.ts'
export type { TableRow } from './queries/tables.ts'
export { demonstrationEconomy, seedDemonstrationTables } from './service/demonstration.ts'
export { economyProblem, tellEconomyErrors } from './service/problem-of.ts'
export { type EmploymentTable, personsBySector } from './service/read-file.ts'
export { employmentOf, flowsOf } from './service/tables.ts'
