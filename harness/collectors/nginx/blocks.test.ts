import { expect, test } from 'vitest'
import { directivesOf } from './blocks.ts'

test('directives are read with their words and blocks', () => {
  const text = `# a comment; { }
server { listen 443 ssl; # more
  server_name a.example "b c";
  location ~ ^/x\\{2\\}$ { return 302 https://$host$request_uri; }
}`
  expect(directivesOf(text)).toEqual([
    {
      name: 'server',
      words: [],
      inside: [
        { name: 'listen', words: ['443', 'ssl'], inside: [] },
        { name: 'server_name', words: ['a.example', 'b c'], inside: [] },
        {
          name: 'location',
          words: ['~', '^/x\\{2\\}$'],
          inside: [{ name: 'return', words: ['302', 'https://$host$request_uri'], inside: [] }],
        },
      ],
    },
  ])
})

test.each([['server {'], ['server { } }'], ['listen 80'], ['a "b']])(
  '%j is not understood',
  (text) => {
    expect(() => directivesOf(text)).toThrow()
  },
)
