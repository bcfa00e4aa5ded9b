import { expect, test } from 'vitest'
import { gpu } from './gpu.ts'
import { gpuDriver } from './gpu-driver.ts'
import { host, inventory } from './text/stage.ts'

const read = (stdout: string, status = 0) =>
  gpu.parse({ status, stdout, stderr: '' }, host, inventory)
const driver = (stdout: string) =>
  gpuDriver.parse({ status: 0, stdout, stderr: '' }, host, inventory)
const LINE =
  '0, NVIDIA RTX A2000 12GB, GPU-4c1f0a2e-7d35-4b98-a1c6-5e9f3d8b2047, 00000000:01:00.0, 535.183.01'

test('a GPU is read with its measurements', () => {
  expect(read(`${LINE}, 12282, 41, 7\n`).gpus[0]).toMatchObject({
    driver: '535.183.01',
    memoryMiB: 12282,
    utilizationPercent: 7,
  })
})

test('what the driver does not give is absent, not zero', () => {
  const [seen] = read(`${LINE}, [N/A], ERR!, [Not Supported]\n`).gpus

  expect(seen).not.toHaveProperty('memoryMiB')
  expect(seen).not.toHaveProperty('temperatureCelsius')
  expect(seen).not.toHaveProperty('utilizationPercent')
})

test('a driver that cannot answer is an answer', () => {
  expect(read('NVIDIA-SMI has failed because…\n', 9)).toEqual({ status: 9, gpus: [] })
  expect(gpu.exits).toContain(18)
})

test('another number of fields is refused', () => {
  expect(() => read(`${LINE}\n`)).toThrow('5 fields')
})

test('versions of the closed and of the open kernel module are read', () => {
  const closed = 'module NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024'
  const open =
    'module NVIDIA UNIX Open Kernel Module for x86_64  550.54.15  Release Build  (dvs-builder)'

  expect(driver(`${closed}\nboot\nlooked\n`).module).toBe('535.183.01')
  expect(driver(`${open}\nboot\nlooked\n`).module).toBe('550.54.15')
  expect(driver('boot\nlooked\n').module).toBeUndefined()
})

test('errors are whole only where the log reaches back to the boot', () => {
  expect(driver('boot\nxid 79 0000:01:00\nlooked\n').errors).toMatchObject({
    items: [{ code: 79 }],
    complete: true,
  })
  expect(driver('looked\n').errors.complete).toBe(false)
})

test('a device without a driver says so', () => {
  const { devices } = driver(
    'device 0000:01:00.0 030000 \ndevice 0000:01:00.1 040300 nvidia\nboot\nlooked\n',
  )

  expect(devices.map((device) => device.driver)).toEqual([undefined, 'nvidia'])
})
