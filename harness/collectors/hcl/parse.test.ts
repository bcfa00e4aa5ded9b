import { expect, test } from 'vitest'
import { literalOf, membersOf, parseHcl } from './parse.ts'

const parse = (text: string) => parseHcl(text, 'main.tf')

test('blocks, labels, attributes and nested blocks are read', () => {
  expect(
    parse(`# a comment
terraform {
  backend "s3" {
    bucket = "state" // where
  }
  required_providers { proxmox = { source = "bpg/proxmox", version = "0.86.0" } }
}
resource "a" "b" { count = var.on ? 1 : 0 }
`),
  ).toEqual({
    attributes: {},
    blocks: [
      {
        type: 'terraform',
        labels: [],
        attributes: {},
        blocks: [
          { type: 'backend', labels: ['s3'], attributes: { bucket: '"state"' }, blocks: [] },
          {
            type: 'required_providers',
            labels: [],
            attributes: { proxmox: '{ source = "bpg/proxmox", version = "0.86.0" }' },
            blocks: [],
          },
        ],
      },
      {
        type: 'resource',
        labels: ['a', 'b'],
        attributes: { count: 'var.on ? 1 : 0' },
        blocks: [],
      },
    ],
  })
})

test('braces in strings, templates, comments and texts open nothing', () => {
  const { attributes } = parse(`
a = "}\${join(",", [for x in var.l : "{\${x}"])}"
b = [
  1, # }
  2,
]
c = <<-EOT
  }
  EOT
d = true
`)
  expect(Object.keys(attributes)).toEqual(['a', 'b', 'c', 'd'])
  expect(attributes.d).toBe('true')
})

test.each(['a {', 'a = ', 'a = "x', '}', 'a = [1', 'a = 1\na = 2', 'a = <<EOT\nx'])(
  '%j is not understood',
  (text) => {
    expect(() => parse(text)).toThrow(/main\.tf:\d/)
  },
)

test('an object literal has members, and only a plain string is a literal', () => {
  expect(membersOf('{ source = "bpg/proxmox", "version": "1" }')).toEqual({
    source: '"bpg/proxmox"',
    version: '"1"',
  })
  expect(membersOf('var.x')).toBeUndefined()
  expect(literalOf('"a\\"b"')).toBe('a"b')
  expect(literalOf(`"a\${var.b}"`)).toBeUndefined()
})
