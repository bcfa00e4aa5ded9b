import { procedure, stopUnit } from '#fixtures'
import { drill } from '#harness'

export default drill('While Authelia is down nobody gets in, and nothing else is lost', {
  statement: 'LA-54',
  steadyState: [
    'authelia-guards-every-protected-route',
    'authelia-single-sign-on-with-2fa',
    'remote-access-only-through-vpn',
    'vaultwarden-is-up-and-hardened',
  ],
  hides: ['authelia-single-sign-on-with-2fa'],
  // The first of these falls as soon as a stranger is given a page: a door that nobody guards has to be shut.
  holds: ['remote-access-only-through-vpn', 'vaultwarden-is-up-and-hardened'],
  method: stopUnit('proxy', 'authelia', ['inet', 'laptop', 'internet', 'clients', 'kuma']),
  alert: 'ServiceDown',
  recover: procedure('start Authelia', undefined, [['proxy', 'systemctl start authelia.service']]),
  objective: 'critical',
})
