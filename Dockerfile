# syntax=docker/dockerfile:1

# Builds the program with its web files inside. The caches of `RUN --mount` survive
# between builds of the image, so a change of the source compiles our own crates alone.
FROM rust:1.95.0-slim-bookworm AS build
WORKDIR /source
# wasm-opt of npm's binaryen runs on Node.js; Debian's own is too old (xtask/src/web/wasm_opt.rs).
COPY --from=node:22-bookworm-slim /usr/local/bin/node /usr/local/bin/node
COPY --from=node:22-bookworm-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN node /usr/local/lib/node_modules/npm/bin/npm-cli.js install --prefix /opt/binaryen binaryen@132.0.0
COPY rust-toolchain.toml ./
RUN rustup target add wasm32-unknown-unknown
COPY . .
# What is needed is copied out of the caches, which are not part of the image.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build \
    export CARGO_TARGET_DIR=/build \
    && cargo xtask web --wasm-opt /opt/binaryen/node_modules/.bin/wasm-opt \
    && cargo build --locked --release --features embed --bin ai-planner \
    && mkdir -p /out/data \
    && cp /build/release/ai-planner /out/

# Runs it: the C library and certificates, no shell, no package manager.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /out/ai-planner /usr/local/bin/ai-planner
COPY --from=build --chown=10001:10001 /out/data /data
ENV DATA_DIR=/data \
    LISTEN_ADDRESS=0.0.0.0:3000
USER 10001:10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
    CMD ["/usr/local/bin/ai-planner", "ready"]
ENTRYPOINT ["/usr/local/bin/ai-planner"]
CMD ["serve"]
