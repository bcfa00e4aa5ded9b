import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { type Endpoint, familyOf } from './look.ts'

/** A UDP socket that hears only the peer, and its ICMP refusals. */
export async function connectedTo(at: Endpoint): Promise<Socket> {
  const socket = createSocket(familyOf(at.address) === 4 ? 'udp4' : 'udp6')
  const connected = once(socket, 'connect')
  socket.connect(at.port, at.address)
  try {
    await connected
  } catch (error) {
    socket.close()
    throw error
  }
  return socket
}

/** A UDP socket that hears everybody: some answer from another port than they were asked on. */
export async function unconnected(family: 4 | 6): Promise<Socket> {
  const socket = createSocket(family === 4 ? 'udp4' : 'udp6')
  const listening = once(socket, 'listening')
  socket.bind(0)
  await listening
  return socket
}

export type Heard = (message: Buffer, from: RemoteInfo) => void
