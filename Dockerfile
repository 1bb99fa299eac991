# syntax=docker/dockerfile:1

# Builds the program and its web files.
FROM rust:1.95.0-slim-bookworm AS build
WORKDIR /source
# wasm-opt of npm's binaryen runs on Node.js; Debian's own is too old (xtask/src/web/wasm_opt.rs).
COPY --from=node:22-bookworm-slim /usr/local/bin/node /usr/local/bin/node
COPY --from=node:22-bookworm-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN node /usr/local/lib/node_modules/npm/bin/npm-cli.js install --prefix /opt/binaryen binaryen@132.0.0
COPY rust-toolchain.toml ./
RUN rustup target add wasm32-unknown-unknown
COPY . .
# The caches survive between builds of the image; what is needed is copied out of them.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build \
    export CARGO_TARGET_DIR=/build \
    && cargo build --locked --release --features ssr --bin ai-planner \
    && cargo xtask web --wasm-opt /opt/binaryen/node_modules/.bin/wasm-opt \
    && mkdir -p /out/data \
    && cp /build/release/ai-planner /out/ \
    && cp -r target/site /out/site

# Runs them: the C library and a shell, nothing of the build.
FROM debian:bookworm-slim
COPY --from=build /out/ai-planner /usr/local/bin/ai-planner
COPY --from=build /out/site /usr/local/share/ai-planner/site
COPY --from=build --chown=10001:10001 /out/data /data
ENV DATA_DIR=/data \
    LISTEN_ADDRESS=0.0.0.0:3000 \
    SITE_DIR=/usr/local/share/ai-planner/site
USER 10001:10001
VOLUME /data
EXPOSE 3000
# bash asks itself, so that the image needs no curl.
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/3000 && printf 'GET /readyz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
CMD ["ai-planner", "serve"]
