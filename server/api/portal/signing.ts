/**
 * The script of the page: draws what a pointer draws, or writes a typed name, and sends the picture with the form. It is
 * part of the page as it stands here, allowed by its hash.
 */
export const signing = `
const form = document.forms.accept
const canvas = form.querySelector('canvas')
const pen = canvas.getContext('2d')
pen.lineWidth = 3
pen.lineCap = pen.lineJoin = 'round'
pen.strokeStyle = pen.fillStyle = '#141e5a'
let drawn = false
const place = (event) => {
  const box = canvas.getBoundingClientRect()
  return [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height]
}
canvas.addEventListener('pointerdown', (event) => {
  canvas.setPointerCapture(event.pointerId)
  pen.beginPath()
  pen.moveTo(...place(event))
})
canvas.addEventListener('pointermove', (event) => {
  if (!canvas.hasPointerCapture(event.pointerId)) return
  pen.lineTo(...place(event))
  pen.stroke()
  drawn = true
})
form.querySelector('[type=button]').addEventListener('click', () => {
  pen.clearRect(0, 0, canvas.width, canvas.height)
  drawn = false
})
form.addEventListener('submit', (event) => {
  const name = form.elements.typed.value.trim()
  if (!drawn && name !== '') {
    pen.clearRect(0, 0, canvas.width, canvas.height)
    pen.font = 'italic 56px cursive'
    pen.fillText(name, 20, canvas.height / 2 + 20, canvas.width - 40)
  }
  form.querySelector('[role=alert]').hidden = drawn || name !== ''
  if (!drawn && name === '') event.preventDefault()
  form.elements.signature.value = canvas.toDataURL('image/png')
})
form.hidden = false
`
