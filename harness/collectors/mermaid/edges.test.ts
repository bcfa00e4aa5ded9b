import { expect, test } from 'vitest'
import { flowchartOf } from './edges.ts'

const edges = (...lines: string[]) =>
  flowchartOf(['flowchart LR', ...lines].join('\n')).edges.map(({ from, to }) => `${from}>${to}`)

test.each([
  ['a --> b', ['a>b']],
  ['a[A box] -->|443, text| b(Round)', ['a>b']],
  ['a -- text --> b', ['a>b']],
  ['a ==> b -.-> c', ['a>b', 'b>c']],
  ['a & b --> c & d', ['a>c', 'a>d', 'b>c', 'b>d']],
  ['calibre-web([Books]) --> b:::quiet', ['calibre-web>b']],
  ['a --x b', []],
  ['%% a --> b', []],
])('%s', (line, expected) => {
  expect(edges(line)).toEqual(expected)
})

test('nodes belong to every subgraph around them', () => {
  const chart = flowchartOf(
    'graph TD\nsubgraph out [Outer]\nsubgraph in\nx[X]\nend\ny --> z\nend\na --> out\n',
  )
  expect(chart.groups).toEqual({ out: ['x', 'y', 'z'], in: ['x'] })
})

test('nodes are listed once, also those that no arrow touches, and subgraphs are none', () => {
  const chart = flowchartOf('graph TD\nsubgraph in\nx[X]\nend\na --> x\na --> in\n')
  expect(chart.nodes).toEqual(['x', 'a'])
})

test('a line that is not understood is not left out', () => {
  expect(() => edges('a ~~~> b')).toThrow('another form')
  expect(() => flowchartOf('sequenceDiagram\na->>b: hello')).toThrow('no flowchart')
})
