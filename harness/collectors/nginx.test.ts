import { expect, test } from 'vitest'
import { nginx } from './nginx.ts'
import { read } from './text/answer.ts'

const text = `http {
  modsecurity on;
  proxy_ssl_verify on;
  server { listen 443 ssl default_server; return 421; }
  server {
    listen 443 ssl; server_name web.example;
    ssl_certificate /etc/ssl/web.pem;
    auth_request /authelia;
    location / { proxy_pass https://10.0.0.5:8443; }
    location /public { auth_request off; proxy_pass http://10.0.0.5:80; }
    location = /authelia { internal; proxy_pass http://127.0.0.1:9091/api/authz/auth-request; }
  }
}
`
const said = `${text}\n@@ unread\n/etc/nginx/sites/web.conf\n@@ end\n`

test('every location knows where it passes on, and who is asked first', () => {
  const found = read(nginx, said)
  expect(found.unread).toEqual(['/etc/nginx/sites/web.conf'])
  expect(found.servers[1]).toEqual({
    names: ['web.example'],
    listens: [{ at: '443', isTls: true, isDefault: false }],
    locations: [
      {
        path: '/',
        backend: 'https://10.0.0.5:8443',
        verifiesBackend: true,
        authRequest: '/authelia',
        isInternal: false,
      },
      { path: '/public', backend: 'http://10.0.0.5:80', verifiesBackend: true, isInternal: false },
      {
        path: '= /authelia',
        backend: 'http://127.0.0.1:9091/api/authz/auth-request',
        verifiesBackend: true,
        authRequest: '/authelia',
        isInternal: true,
      },
    ],
    certificate: '/etc/ssl/web.pem',
    hasFirewall: true,
  })
})

test('a firewall that is off somewhere below is not on', () => {
  const off = said.replace('location /public {', 'location /public { modsecurity off;')
  expect(read(nginx, off).servers[1]?.hasFirewall).toBe(false)
})

test('where an address is enough nobody is asked, and a place passes on by other protocols', () => {
  const open = said
    .replace('auth_request /authelia;', 'auth_request /authelia; satisfy any;')
    .replace(
      'location /public {',
      'location /php { fastcgi_pass unix:/run/php.sock; } location /public {',
    )
  const [, page] = read(nginx, open).servers
  expect(page?.locations.map(({ authRequest }) => authRequest)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(page?.locations[1]?.backend).toBe('fastcgi://unix:/run/php.sock')
})

test.each([
  ['no end', text],
  ['no server', 'http { }\n\n@@ unread\n@@ end\n'],
])('%s is not understood', (_, stdout) => {
  expect(() => read(nginx, stdout)).toThrow()
})
