import { expect, test } from 'vitest'
import { snapraidJobs } from './snapraid-jobs.ts'
import { read } from './text/answer.ts'

const SYNC = `unit snapraid-sync.service
line DELETE_THRESHOLD=50
runs yes /usr/local/sbin/snapraid-sync
line /usr/local/sbin/snapraid-sync
line threshold=\${DELETE_THRESHOLD:-40}
line out=$(snapraid diff 2>&1)
line removed=$(echo "$out" | awk '$2 == "removed" { print $1 }')
line echo "no summary in the answer of snapraid check" >&2; exit 1
line if [ "$removed" -gt "$threshold" ]; then
line snapraid -q sync || exit 1
`

test('reads what a job runs, and its limit', () => {
  expect(read(snapraidJobs, SYNC)).toEqual([
    {
      unit: 'snapraid-sync.service',
      programs: [{ path: '/usr/local/sbin/snapraid-sync', isExecutable: true }],
      commands: ['diff', 'sync'],
      deleteThreshold: 50,
      comparesRemoved: true,
    },
  ])
})

test('what a script merely says is not what it runs', () => {
  const said = 'unit snapraid.service\nruns yes /bin/job\nline echo "then run snapraid sync"\n'

  expect(read(snapraidJobs, said)[0]?.commands).toEqual([])
})

test('a job that calls snapraid itself has no limit', () => {
  const bare =
    'unit snapraid-scrub.service\nruns yes /usr/bin/snapraid\nline /usr/bin/snapraid -p 12 -o 7 scrub\n'
  const [found] = read(snapraidJobs, bare)

  expect(found?.commands).toEqual(['scrub'])
  expect(found).not.toHaveProperty('deleteThreshold')
  expect(found?.comparesRemoved).toBe(false)
})

test('a program that is gone is not executable', () => {
  expect(
    read(snapraidJobs, SYNC.replace('runs yes', 'runs no'))[0]?.programs[0]?.isExecutable,
  ).toBe(false)
})

test('refuses an answer without units of a name', () => {
  expect(() => read(snapraidJobs, 'unit \nruns yes /bin/x\n')).toThrow('no unit')
})
