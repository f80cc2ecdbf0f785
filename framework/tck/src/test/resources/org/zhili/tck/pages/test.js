export default class Test extends HTMLElement {}
