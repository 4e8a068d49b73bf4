/** Where a place on the Web Mercator square, measured from the origin, comes to lie: x and y of `u_view` scale, z and w shift. */
const PLACE = "vec4 place(vec2 at) { return vec4(at * u_view.xy + u_view.zw, 0.0, 1.0); }";

/** Writes the number of a side, from 1, into a texture; 0 stands for nobody. Ground not yet passed by the line is left out. */
export const OWNERS = {
  vertex: `#version 300 es
uniform vec4 u_view;
in vec2 a_at;
in float a_share;
out float v_share;
${PLACE}
void main() {
  v_share = a_share;
  gl_Position = place(a_at);
}`,
  fragment: `#version 300 es
precision highp float;
uniform float u_owner;
/** 0, or what was gained: on the day that is shown, or on the way from it. */
uniform float u_gained;
uniform float u_share;
in float v_share;
out vec4 colour;
void main() {
  if (v_share > u_share) discard;
  colour = vec4(mod(u_owner, 256.0) / 255.0, floor(u_owner / 256.0) / 255.0, u_gained / 255.0, 1.0);
}`,
};

/** Colours every point of the screen by the owner written there: its tint, and over it its pattern. */
export const TINTS = {
  vertex: `#version 300 es
void main() {
  // One triangle that is larger than the screen.
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`,
  fragment: `#version 300 es
precision highp float;
precision highp sampler2DArray;
uniform sampler2D u_owners;
uniform sampler2D u_tints;
uniform sampler2DArray u_patterns;
/** From pixels of the screen to periods of the pattern: shift in pixels (x, y), periods to the pixel. */
uniform vec3 u_pattern;
uniform float u_opacity;
/** The wash over gained ground, premultiplied, and over that gained on the way. */
uniform vec4 u_gained;
uniform vec4 u_coming;
out vec4 colour;
void main() {
  vec3 written = texelFetch(u_owners, ivec2(gl_FragCoord.xy), 0).rgb * 255.0 + 0.5;
  int owner = int(written.r) + 256 * int(written.g);
  int gained = int(written.b);
  vec4 wash = gained == 1 ? u_gained : gained == 2 ? u_coming : vec4(0.0);
  if (owner == 0) {
    colour = wash;
    return;
  }
  vec4 tint = texelFetch(u_tints, ivec2(owner - 1, 0), 0);
  vec2 turn = vec2(gl_FragCoord.x - u_pattern.x, u_pattern.y - gl_FragCoord.y) * u_pattern.z;
  vec4 hatch = texture(u_patterns, vec3(turn, float(owner - 1))) * u_opacity;
  // Both are premultiplied.
  vec4 ground = hatch + vec4(tint.rgb * tint.a, tint.a) * (1.0 - hatch.a);
  colour = wash + ground * (1.0 - wash.a);
}`,
};

/** Straight pieces with round ends, broken or whole, one instance each. Lengths in pixels of the screen. */
export const LINES = {
  vertex: `#version 300 es
uniform vec4 u_view;
/** Pixels of the screen to one unit of clip space: half of its width and height. */
uniform vec2 u_half;
/** Pixels to one unit of the Web Mercator square. */
uniform float u_scale;
uniform float u_width;
in vec4 a_ends;
in float a_start;
out vec2 v_at;
out float v_length;
out float v_start;
${PLACE}
void main() {
  vec2 from = place(a_ends.xy).xy * u_half;
  vec2 to = place(a_ends.zw).xy * u_half;
  float reach = u_width / 2.0 + 1.0;
  v_length = distance(from, to);
  v_start = a_start * u_scale;
  vec2 along = v_length > 0.0 ? (to - from) / v_length : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  vec2 corner = vec2(gl_VertexID % 2 == 0 ? -reach : v_length + reach, gl_VertexID < 2 ? -reach : reach);
  v_at = corner;
  gl_Position = vec4((from + along * corner.x + across * corner.y) / u_half, 0.0, 1.0);
}`,
  fragment: `#version 300 es
precision highp float;
uniform float u_width;
/** Lengths of a dash and of a dash with the gap after it; no gaps where the first is 0. */
uniform vec2 u_dash;
uniform vec4 u_colour;
in vec2 v_at;
in float v_length;
in float v_start;
out vec4 colour;
void main() {
  float along = clamp(v_at.x, 0.0, v_length);
  float cover = clamp(u_width / 2.0 + 0.5 - distance(v_at, vec2(along, 0.0)), 0.0, 1.0);
  if (u_dash.x > 0.0) {
    float turn = mod(v_start + along, u_dash.y);
    cover *= clamp(min(turn, u_dash.x - turn) + 0.5, 0.0, 1.0);
  }
  if (cover <= 0.0) discard;
  colour = u_colour * cover;
}`,
};

export interface Source {
  readonly vertex: string;
  readonly fragment: string;
}

export interface Program {
  readonly program: WebGLProgram;
  /** `null` for one that the program does not use: setting it does nothing. */
  readonly uniform: (name: string) => WebGLUniformLocation | null;
  readonly attribute: (name: string) => number;
}

/** @throws Error if the graphics processor does not take it. */
export function compile(gl: WebGL2RenderingContext, { vertex, fragment }: Source): Program {
  const program = gl.createProgram();
  for (const [kind, text] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error("No shader could be made");
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  // A lost context links nothing and is told elsewhere.
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`The graphics processor refuses a program: ${gl.getProgramInfoLog(program)}`);
  const uniforms = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    uniform(name) {
      const known = uniforms.get(name);
      if (known !== undefined) return known;
      const found = gl.getUniformLocation(program, name);
      uniforms.set(name, found);
      return found;
    },
    attribute: (name) => gl.getAttribLocation(program, name),
  };
}
