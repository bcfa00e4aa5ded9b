const REST = '\n… cut; the whole is in the log and in night.json'

/** Text of at most so many bytes: cut at the end of a line, or within it when there is but one. */
export function cut(text: string, mostBytes: number): string {
  if (Buffer.byteLength(text) <= mostBytes) return text
  const lines: string[] = []
  let left = mostBytes - Buffer.byteLength(REST)
  for (const line of text.split('\n')) {
    left -= Buffer.byteLength(line) + 1
    if (left < 0) break
    lines.push(line)
  }
  return lines.length > 0 ? lines.join('\n') + REST : within(text, mostBytes)
}

function within(text: string, mostBytes: number): string {
  let kept = ''
  for (const letter of text) {
    if (Buffer.byteLength(kept + letter) > mostBytes - 3) break
    kept += letter
  }
  return `${kept}…`
}
