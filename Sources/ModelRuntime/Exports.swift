// A program that imports ModelRuntime can name JSON values and validation issues, and emitted code
// needs no other import.
@_exported @_spi(Generated) public import ModelCore
