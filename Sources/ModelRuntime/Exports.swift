// A program that imports ModelRuntime can name JSON values, validation issues and transports, and
// emitted code needs no other import.
@_exported public import JSONTree
@_exported public import ModelTransport
@_exported public import SchemaRules
