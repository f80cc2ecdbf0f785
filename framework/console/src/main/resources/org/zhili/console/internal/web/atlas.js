/**
 * A map of the town: the areas of the city as it draws them itself, and what lies where. It asks
 * nobody for tiles unless the town names a host that has them.
 */
import {LitElement, css, html} from 'lit';
import {canvas, circleMarker, control, featureGroup, geoJSON, layerGroup, map, tileLayer, tooltip} from 'leaflet';
import tiles from './tiles.js';
import {said} from './zhili.js';
import {word} from './words.js';

/** How many pixels a name needs for each character: of Chinese, of others; on the wall nearly twice as many. */
const WIDE = 14;
const NARROW = 7;
const WALL = 1.8;
const MOST_NAMES = 120;
/** How much of the colour the steps of a shaded map have. */
const STEPS = [0.08, 0.22, 0.38, 0.54, 0.72];

const LIGHT = {line: '#5d7078', fill: '#e0eff1', hot: '#b3261e', rim: '#17252b',
  CRITICAL: '#b3261e', MAJOR: '#b86e00', MINOR: '#0b5d6b'};
const DARK = {line: '#7fa3ad', fill: '#12303a', hot: '#ff6a4d', rim: '#ffffff',
  CRITICAL: '#ff5a4d', MAJOR: '#ffb02e', MINOR: '#39c6d8'};

class Atlas extends LitElement {
  static properties = {shapes: {}, spots: {}, shade: {}, label: {}, dark: {type: Boolean, reflect: true}};
  static styles = css`
    :host { display: block; position: relative; min-height: 260px; }
    .map { position: absolute; inset: 0; background: #f7fafb; font: inherit; border-radius: 8px; z-index: 0; }
    :host([dark]) .map { background: #07161c; }
    .leaflet-tooltip.name { background: none; border: 0; box-shadow: none; padding: 0; color: #17252b; font-size: 0.8rem;
      text-shadow: 0 0 3px #fff, 0 0 3px #fff, 0 0 3px #fff; pointer-events: none; }
    :host([dark]) .leaflet-tooltip.name { color: #e6f4f7; font-size: max(1rem, 1.3vw); text-shadow: 0 0 4px #000, 0 0 4px #000; }
    .leaflet-bar a { color: #17252b; }
  `;

  render() {
    return html`<link rel="stylesheet" href=${new URL('leaflet/leaflet.css', import.meta.url).href}>
      <div class="map" role="region" aria-label=${this.label ?? word('map')}></div>`;
  }

  firstUpdated() {
    const place = this.renderRoot.querySelector('.map');
    this.map = map(place, {zoomControl: false, attributionControl: false, zoomSnap: 0.25, minZoom: 3, maxZoom: 20,
      zoomAnimation: false, fadeAnimation: false, keyboard: !this.dark,
      trackResize: false});
    this.map.setView([0, 0], 3);
    if (!this.dark) {
      control.zoom({zoomInTitle: word('zoom-in'), zoomOutTitle: word('zoom-out')}).addTo(this.map);
    }
    if (tiles.template) {
      tileLayer(tiles.template, {maxZoom: 20, maxNativeZoom: tiles.zoom, attribution: tiles.by}).addTo(this.map);
      control.attribution({prefix: false}).addTo(this.map);
    }
    this.map.createPane('spots').style.zIndex = 450;
    this.below = canvas();
    this.above = canvas({pane: 'spots'});
    this.areas = featureGroup().addTo(this.map);
    this.names = layerGroup().addTo(this.map);
    this.marks = featureGroup().addTo(this.map);
    this.map.on('zoomend moveend', () => this.nameAreas());
    this.watch = new ResizeObserver(() => {
      this.map.invalidateSize({animate: false});
      if (!this.moved) {
        this.fit();
      }
    });
    this.watch.observe(place);
    place.addEventListener('pointerdown', () => { this.moved = true; });
    place.addEventListener('wheel', () => { this.moved = true; }, {passive: true});
    place.addEventListener('keydown', () => { this.moved = true; });
    this.drawAreas();
    this.drawSpots();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watch?.disconnect();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.map) {
      this.watch.observe(this.renderRoot.querySelector('.map'));
    }
  }

  updated(changed) {
    if (changed.has('shapes') && changed.get('shapes') !== undefined || changed.has('shapes') && this.map && !this.drawn) {
      this.drawAreas();
    } else if (changed.has('shade')) {
      this.areas.eachLayer(layer => layer.setStyle(layer.options.style(layer.feature)));
      this.nameAreas();
    }
    if (changed.has('spots')) {
      this.drawSpots();
    }
  }

  get colours() {
    return this.dark ? DARK : LIGHT;
  }

  drawAreas() {
    this.areas.clearLayers();
    const features = this.shapes?.features ?? [];
    this.drawn = features.length > 0;
    const parents = new Map(features.map(one => [one.id, one.properties.parent]));
    const depth = id => parents.has(id) ? 1 + depth(parents.get(id)) : 0;
    for (const one of [...features].sort((a, b) => depth(b.id) - depth(a.id))) {
      const style = feature => this.style(feature, depth(one.id));
      geoJSON(one, {renderer: this.below, interactive: false, style}).eachLayer(layer => {
        layer.options.style = style;
        this.areas.addLayer(layer);
      });
    }
    this.fit();
  }

  style(feature, depth) {
    const shade = this.shade?.level === feature.properties.level ? this.shade : undefined;
    const count = shade?.counts.get(feature.id) ?? 0;
    const step = count ? STEPS[Math.ceil(count / shade.most * STEPS.length) - 1] : 0;
    return {color: this.colours.line, weight: Math.max(0.6, 3 - depth * 0.7), opacity: 0.9,
      fill: shade ? true : depth === 1, fillColor: shade ? this.colours.hot : this.colours.fill,
      fillOpacity: shade ? step : tiles.template ? 0 : 0.55};
  }

  fit() {
    const bounds = (this.drawn ? this.areas : this.marks).getBounds();
    if (bounds.isValid()) {
      this.map.fitBounds(bounds, {padding: [12, 12], maxZoom: 19, animate: false});
    }
  }

  /** The names of the finest areas that are wide enough for them, or of those that are shaded. */
  nameAreas() {
    this.names.clearLayers();
    const seen = this.map.getBounds();
    const levels = new Map();
    this.areas.eachLayer(layer => {
      const {level} = layer.feature.properties;
      levels.set(level, [...levels.get(level) ?? [], layer]);
    });
    const width = layer => {
      const bounds = layer.getBounds();
      return this.map.latLngToContainerPoint(bounds.getNorthEast()).x - this.map.latLngToContainerPoint(bounds.getSouthWest()).x;
    };
    const name = layer => said(layer.feature.properties.name) + (this.shade ? ` ${this.shade.counts.get(layer.feature.id) ?? 0}` : '');
    const needed = layer => [...name(layer)].reduce((sum, sign) => sum + (sign > '\u2e80' ? WIDE : NARROW), 0) * (this.dark ? WALL : 1);
    const fits = layer => width(layer) >= needed(layer);
    const most = layers => layers.filter(fits).length * 2 >= layers.length;
    const [chosen] = [...levels.entries()].filter(([level, layers]) => this.shade ? level === this.shade.level : most(layers))
      .sort(([, a], [, b]) => b.length - a.length);
    for (const layer of (chosen?.[1] ?? []).filter(one => seen.intersects(one.getBounds()) && fits(one)).slice(0, MOST_NAMES)) {
      tooltip({permanent: true, direction: 'center', className: 'name', interactive: false})
        .setLatLng(layer.getBounds().getCenter())
        .setContent(text(name(layer)))
        .addTo(this.names);
    }
  }

  drawSpots() {
    const first = !this.drawn && !this.marks.getLayers().length;
    this.marks.clearLayers();
    for (const spot of [...this.spots ?? []].reverse()) {
      const mark = circleMarker([spot.position.latitude, spot.position.longitude], {renderer: this.above, pane: 'spots',
        radius: (this.dark ? 11 : 7) + (spot.overdue ? 2 : 0), color: spot.overdue ? this.colours.rim : '#fff',
        weight: spot.overdue ? 3 : 1, fillColor: this.colours[spot.severity], fillOpacity: 0.95});
      if (!this.dark) {
        mark.bindTooltip(() => text(`${spot.number} ${said(spot.summary)}`));
        mark.on('click', () => this.dispatchEvent(new CustomEvent('zhili-spot', {detail: spot.number})));
      }
      this.marks.addLayer(mark);
    }
    if (first) {
      this.fit();
    }
  }
}

/** Shown as text, whatever it holds. */
function text(words) {
  const shown = document.createElement('span');
  shown.textContent = words;
  return shown;
}

customElements.define('zhili-atlas', Atlas);
