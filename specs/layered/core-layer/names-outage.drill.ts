import { procedure, stopUnit, together } from '#fixtures'
import { drill } from '#harness'

const NOTICE = ['laptop', 'camera', 'devbox', 'clients', 'iot', 'dev', 'kuma']

export default drill('When no name is resolved any more it is told, and a person brings it back', {
  statement: 'LA-40',
  steadyState: [
    'pihole-is-the-only-resolver',
    'pihole-answers-and-blocks-for-clients',
    'pihole-blocking-is-enabled',
    'prometheus-collects-and-retains',
  ],
  // Two of the places to look from are believed only as long as a name server answers them.
  hides: ['pihole-answers-and-blocks-for-clients', 'pihole-blocking-is-enabled'],
  holds: ['prometheus-collects-and-retains'],
  method: together(stopUnit('dns1', 'pihole-FTL', NOTICE), stopUnit('dns2', 'pihole-FTL', NOTICE)),
  alert: 'ServiceDown',
  recover: procedure('start both Pi-holes', undefined, [
    ['dns1', 'systemctl start pihole-FTL.service'],
    ['dns2', 'systemctl start pihole-FTL.service'],
  ]),
  objective: 'critical',
})
