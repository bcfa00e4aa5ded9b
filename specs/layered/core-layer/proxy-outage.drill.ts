import { procedure, run } from '#fixtures'
import { drill } from '#harness'

export default drill('When the reverse proxy is down it is told, and a person starts it again', {
  statement: 'LA-41',
  steadyState: [
    'remote-access-only-through-vpn',
    'reverse-proxy-routes-declared-names',
    'vaultwarden-is-up-and-hardened',
    'prometheus-collects-and-retains',
  ],
  // Clients are looked from only as long as the proxy answers them, and its settings are those of the workers that run.
  hides: ['reverse-proxy-routes-declared-names', 'vaultwarden-is-up-and-hardened'],
  holds: ['prometheus-collects-and-retains'],
  method: {
    ...run('proxy', {
      inject: 'systemctl stop nginx.service',
      undo: 'rm -f /etc/nginx/sites/zz-plumb-drill.conf; systemctl start nginx.service',
      touches: ['inet', 'laptop', 'internet', 'clients', 'kuma'],
    }),
    says: 'stop nginx on proxy',
  },
  alert: 'ServiceDown',
  recover: procedure('see that its settings can be read, and start it', undefined, [
    ['proxy', 'nginx -t'],
    ['proxy', 'systemctl start nginx.service'],
  ]),
  objective: 'critical',
})
