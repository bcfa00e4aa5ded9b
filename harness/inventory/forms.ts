/**
 * The ways in which a secret turns up in answers: itself, in JSON (also twice, also as Go writes it),
 * in a URL, in Base64 at any of its three offsets, and its telling parts: the value of a Proxmox token,
 * the lines of a key. Nothing shorter than `shortest`.
 */
export function formsOf(secret: string, shortest: number): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const part of partsOf(secret)) {
    const url = encodeURIComponent(part.toWellFormed())
    const json = JSON.stringify(part).slice(1, -1)
    const all = [
      part,
      json,
      json.replaceAll('/', '\\/'),
      json.replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
      JSON.stringify(json).slice(1, -1),
      url,
      url.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
      new URLSearchParams({ '': part }).toString().slice(1),
      ...base64(part),
    ]
    for (const form of all) if (form.length >= shortest) forms.add(form)
  }
  return forms
}

function partsOf(secret: string): readonly string[] {
  const value = secret.slice(Math.max(secret.indexOf('='), secret.indexOf(':')) + 1)
  const lines = secret.split(/\r?\n/).map((line) => line.trim())
  return [
    secret,
    ...[value, ...lines].filter((part) => part.length >= 16 && !part.startsWith('-----')),
  ]
}

/** What of the Base64 text depends on the secret alone, with 0, 1 or 2 bytes before it. */
function base64(part: string): readonly string[] {
  const bytes = Buffer.from(part)
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const from = Math.ceil((before * 8) / 6)
    const core = text.slice(from, Math.floor(((before + bytes.length) * 8) / 6))
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
