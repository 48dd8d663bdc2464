"""Functions of machine code: their arguments, memory, loops and branches; and a program of them, compiled by LLVM.

The code is made for the processor at hand when the program starts, in about a tenth of a second; nothing is written to
disk and no compiler is needed. `taureau.raster.native.expressions` is its arithmetic.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from llvmlite import binding, ir

from taureau.raster.native.expressions import FLOAT, FLOATS, INT, POINTER, Number, Operand, Value, lowest_bit

VOID = ir.VoidType()
C_TYPES = {POINTER: ctypes.c_void_p, INT: ctypes.c_int32, FLOAT: ctypes.c_float}


class Variable:
    """A number or vector that changes as the code runs."""

    def __init__(self, function: Function, kind: Any) -> None:
        self._builder = function.builder
        with self._builder.goto_entry_block():
            self._at = self._builder.alloca(kind)
        self._kind = kind

    @property
    def now(self) -> Value:
        """The value at this point of the code."""
        return Value(self._builder, self._builder.load(self._at, typ=self._kind))

    @now.setter
    def now(self, value: Value) -> None:
        self._builder.store(value.raw, self._at)


class Memory:
    """An array of floats, or of integers, at an address."""

    def __init__(self, address: Value, kind: Any) -> None:
        self._builder = address.builder
        self._address = address.raw
        self._kind = kind

    def __getitem__(self, index: Operand) -> Value:
        return Value(self._builder, self._builder.load(self._place(index), align=4, typ=self._kind))

    def __setitem__(self, index: Operand, value: Value) -> None:
        self._builder.store(value.raw, self._place(index), align=4)

    def vector(self, index: Operand) -> Value:
        """Return LANES floats from an index on."""
        return Value(self._builder, self._builder.load(self._place(index), align=4, typ=FLOATS))

    def offset(self, index: Operand) -> Memory:
        """Return the array that begins at an index."""
        return Memory(Value(self._builder, self._place(index)), self._kind)

    @property
    def address(self) -> Value:
        """Its pointer, to be passed on."""
        return Value(self._builder, self._address)

    @property
    def integers(self) -> Memory:
        """The same memory as integers of 32 bits."""
        return Memory(self.address, INT)

    def _place(self, index: Operand) -> ir.Value:
        number = index.raw if isinstance(index, Value) else ir.Constant(INT, index)
        wide = self._builder.sext(number, ir.IntType(64))
        return self._builder.gep(self._address, [wide], source_etype=self._kind)


class Loop:
    """A loop under construction."""

    def __init__(self, builder: ir.IRBuilder, after: ir.Block) -> None:
        self._builder = builder
        self._after = after

    def leave_if(self, condition: Value) -> None:
        """End the loop here when a condition holds."""
        onward = self._builder.append_basic_block()
        self._builder.cbranch(condition.raw, self._after, onward)
        self._builder.position_at_end(onward)


class Function:
    """A function under construction; `arguments` are its values."""

    def __init__(self, program: Program, name: str, arguments: Sequence[Any], result: Any, *, internal: bool) -> None:
        self.declaration = ir.Function(program.module, ir.FunctionType(result, arguments), name)
        self.declaration.linkage = "internal" if internal else "external"
        self.builder = ir.IRBuilder(self.declaration.append_basic_block())
        self.arguments = [Value(self.builder, argument) for argument in self.declaration.args]

    def __call__(self, builder: ir.IRBuilder, *arguments: Value) -> Value:
        """Append a call of this function to another one's code."""
        return Value(builder, builder.call(self.declaration, [argument.raw for argument in arguments]))

    def integer(self, number: int) -> Value:
        """Return a constant integer."""
        return Value(self.builder, ir.Constant(INT, number))

    def float(self, number: Number) -> Value:
        """Return a constant float."""
        return Value(self.builder, ir.Constant(FLOAT, number))

    def floats(self, numbers: Sequence[Number] | Number) -> Value:
        """Return a constant vector: a number for each lane, or the same in all of them."""
        return Value(self.builder, ir.Constant(FLOATS, list(numbers) if isinstance(numbers, Sequence) else numbers))

    def variable(self, start: Value) -> Variable:
        """Return a variable that has a value from here on."""
        made = Variable(self, start.type)
        made.now = start
        return made

    @contextmanager
    def loop(self) -> Iterator[Loop]:
        """Repeat what is appended within, until `Loop.leave_if`."""
        head, after = (self.builder.append_basic_block() for _ in range(2))
        self.builder.branch(head)
        self.builder.position_at_end(head)
        yield Loop(self.builder, after)
        self.builder.branch(head)
        self.builder.position_at_end(after)

    @contextmanager
    def each(self, first: Operand, end: Value, step: int = 1) -> Iterator[Value]:
        """Repeat what is appended within, for each integer from `first` to before `end`."""
        index = self.variable(first if isinstance(first, Value) else self.integer(int(first)))
        with self.loop() as loop:
            loop.leave_if(index.now >= end)
            yield index.now
            index.now = index.now + step

    @contextmanager
    def each_bit(self, number: Value) -> Iterator[Value]:
        """Repeat what is appended within, for the index of each bit that is set, the lowest first."""
        left = self.variable(number)
        with self.loop() as loop:
            bits = left.now
            loop.leave_if(bits.equals(0))
            left.now = bits & (bits - 1)
            yield lowest_bit(bits)

    @contextmanager
    def when(self, condition: Value) -> Iterator[None]:
        """Run what is appended within only where a condition holds."""
        with self.builder.if_then(condition.raw):
            yield

    def give(self, result: Value | None = None) -> None:
        """Return from the function."""
        if result is None:
            self.builder.ret_void()
        else:
            self.builder.ret(result.raw)


class Program:
    """A set of functions."""

    def __init__(self) -> None:
        self.module = ir.Module()
        self._open: dict[str, Sequence[Any]] = {}

    def function(self, name: str, arguments: Sequence[Any], result: Any = VOID) -> Function:
        """Begin a function that others of the program call."""
        return Function(self, name, arguments, result, internal=True)

    def entry(self, name: str, arguments: Sequence[Any], result: Any = VOID) -> Function:
        """Begin a function that Python calls, without the interpreter lock."""
        self._open[name] = [result, *arguments]
        return Function(self, name, arguments, result, internal=False)

    def compiled(self, cpu: str | None = None, features: str | None = None) -> Compiled:
        """Compile for this processor, or for another of its architecture; raises RuntimeError where LLVM cannot."""
        binding.initialize_native_target()
        binding.initialize_native_asmprinter()
        binding.check_jit_execution()
        machine = binding.Target.from_default_triple().create_target_machine(
            cpu=binding.get_host_cpu_name() if cpu is None else cpu,
            features=binding.get_host_cpu_features().flatten() if features is None else features,
            opt=1,
            jit=True,
        )
        module = binding.parse_assembly(str(self.module))
        passes = binding.create_new_module_pass_manager()  # the code is vectors already: LLVM's pipelines gain nothing
        passes.add_sroa_pass()
        passes.run(module, binding.create_pass_builder(machine, binding.create_pipeline_tuning_options()))
        engine = binding.create_mcjit_compiler(module, machine)
        engine.finalize_object()
        return Compiled(engine, self._open)


class Compiled:
    """A program that can be called; its machine code lives as long as this or one of its functions."""

    def __init__(self, engine: binding.ExecutionEngine, signatures: dict[str, Sequence[Any]]) -> None:
        self._entries: dict[str, Callable[..., Any]] = {}
        for name, (result, *arguments) in signatures.items():
            signature = ctypes.CFUNCTYPE(C_TYPES.get(result), *(C_TYPES[kind] for kind in arguments))
            entry = signature(engine.get_function_address(name))
            entry.engine = engine  # type: ignore[attr-defined]  # which owns the code
            self._entries[name] = entry

    def __getitem__(self, name: str) -> Callable[..., Any]:
        return self._entries[name]
