import { control, every } from '#harness'
import { containersOf, engines, SERVICES } from './workloads.ts'

control(
  'Each listed service runs on one machine only',
  {
    statement: 'ZF-53',
    impact: 'medium',

    kind: 'placement',
    standards: ['CM-8', 'CM-2'],
    remedy:
      'Find out which of the two is used, move its data if need be, and remove the other with `docker compose down`.',
  },
  (views) => {
    const places = SERVICES.map(({ service }) => ({
      service,
      on: engines(views).filter((machine) =>
        containersOf(views, service, machine).some(({ isRunning }) => isRunning),
      ),
    }))

    every(places, 'runs on no two machines', ({ on }) => on.length <= 1)
  },
)
