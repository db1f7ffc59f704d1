// `npm run shots`: runs test/shots/*.ts, which drive the real app and write named pictures of its
// screens to shots/. Arguments go to Playwright: npm run shots -- map.ts
import { launchInfo } from './launch-info.mjs'
import { prepare } from './prepare.mjs'
import { isMainModule, runScript } from './processes.mjs'
import { runPlaywright } from './test-runners.mjs'

async function main(args) {
  const say = (sentence) => console.error(sentence)
  await prepare(say)
  await launchInfo({ say })
  const counts = await runPlaywright({ project: 'shots', args })
  for (const remark of counts.remarks) console.log(remark)
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts.failed === 0 ? 0 : 1
}

if (isMainModule(import.meta.url)) await runScript(() => main(process.argv.slice(2)))
