import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { drillsOf } from '../../harness/drill/find.ts'
import { files } from '../../harness/run/load.ts'

const profiles = files('specs/*/document.md').flatMap((path) => path.split('/')[1] ?? [])

/** Why a shell would not even begin with a command. */
const complaint = (command: string): string =>
  spawnSync('sh', ['-n'], { input: command, encoding: 'utf8' }).stderr.trim()

test('commands of drills that wait for another target can at least be read by a shell', async () => {
  const waiting = (await drillsOf(profiles)).filter(({ notOn }) => notOn?.containers !== undefined)
  const commands = waiting.flatMap(({ file, prepare, method, recover, fault }) =>
    [prepare, method, recover?.does, fault]
      .flatMap((action) => action?.steps ?? [])
      .flatMap(({ does, undo }) => [does, undo])
      .map((command) => ({ file, command })),
  )
  const broken = commands
    .map(({ file, command }) => ({ file, command, says: complaint(command) }))
    .filter(({ says }) => says !== '')
  expect(commands.length).toBeGreaterThan(0)
  expect(broken).toEqual([])
})
