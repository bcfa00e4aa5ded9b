import { expect, test } from 'vitest'
import { read } from './text/answer.ts'
import { timers } from './timers.ts'

const TIMER = `Unit=snapraid-sync.service
TimersCalendar={ OnCalendar=*-*-* 03:00:00 ; next_elapse=Sat 2026-11-21 03:00:00 UTC }
NextElapseUSecRealtime=Sat 2026-11-21 03:00:00 UTC
LastTriggerUSec=
Persistent=yes
Id=snapraid-sync.timer
LoadState=loaded
ActiveState=active
UnitFileState=enabled
`

test('reads a timer that is due', () => {
  expect(read(timers, TIMER)).toEqual([
    {
      unit: 'snapraid-sync.timer',
      starts: 'snapraid-sync.service',
      loadState: 'loaded',
      activeState: 'active',
      unitFileState: 'enabled',
      nextAt: '2026-11-21T03:00:00Z',
      isPersistent: true,
      calendar: ['*-*-* 03:00:00'],
    },
  ])
})

test('a timer that is enabled but was never started is due at no moment', () => {
  const idle = TIMER.replace(/NextElapseUSecRealtime=.*/, 'NextElapseUSecRealtime=').replace(
    /next_elapse=[^}]+}/,
    'next_elapse=(null) }',
  )

  expect(read(timers, idle)[0]).not.toHaveProperty('nextAt')
})

test('refuses moments in another zone than UTC', () => {
  expect(() => read(timers, TIMER.replace(/Realtime=(.*) UTC/, 'Realtime=$1 CET'))).toThrow(
    'no timestamp in UTC',
  )
})
