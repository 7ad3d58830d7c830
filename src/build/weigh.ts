/**
 * Prints what the heaviest pages of a build weigh; exit code 1 where one is over its budget. A process of its own, whose
 * memory is free again while the index is still written: `node src/build/weigh.ts <folder of the pages>`.
 */
import { weightReport } from './weights.ts';

const [site] = process.argv.slice(2);
if (!site) throw new Error('Say which folder holds the built pages.');
const { table, faults } = weightReport(site);
console.log(`\n${table}\n`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
