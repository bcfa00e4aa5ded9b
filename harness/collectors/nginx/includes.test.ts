import { expect, test } from 'vitest'
import { wholeOf } from './includes.ts'

const text = `# configuration file /etc/nginx/nginx.conf:
user www-data;
http {
  include mime.types;
  include /etc/nginx/sites/*.conf;
}
# configuration file /etc/nginx/mime.types:
types { text/html html; }
# configuration file /etc/nginx/sites/b.conf:
server { include snippets/tls.conf; }
# configuration file /etc/nginx/snippets/tls.conf:
ssl_protocols TLSv1.3;
`

test('what a file includes stands where it does so, though it is printed behind it', () => {
  const [user, http] = wholeOf(text)
  expect(user?.name).toBe('user')
  expect(http?.inside.map(({ name }) => name)).toEqual(['types', 'server'])
  expect(http?.inside[1]?.inside).toEqual([
    { name: 'ssl_protocols', words: ['TLSv1.3'], inside: [] },
  ])
})

test('a pattern that meets nothing includes nothing; a file that was not printed is no configuration', () => {
  expect(wholeOf(text.replace('sites/*.conf', 'none/*.conf'))[1]?.inside).toHaveLength(1)
  expect(() => wholeOf(text.replace('snippets/tls.conf;', 'gone.conf;'))).toThrow('did not print')
})

test('files that include each other are no configuration', () => {
  const loop = '# configuration file /etc/nginx/nginx.conf:\ninclude /etc/nginx/nginx.conf;\n'
  expect(() => wholeOf(loop)).toThrow('include each other')
})

test('a configuration that does not say which file is which hides what it includes', () => {
  expect(() => wholeOf('http { include sites/*; }')).toThrow('which file is which')
})
