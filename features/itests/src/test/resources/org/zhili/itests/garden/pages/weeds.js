export default class extends HTMLElement {
  connectedCallback() {
    setTimeout(() => this.nothing.at.all, 50);
  }
}
