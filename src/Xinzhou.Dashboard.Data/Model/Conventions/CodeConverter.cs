using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Data.Model.Conventions;

/// <summary>Every enumeration is kept as its code, as <see cref="Code"/> spells it.</summary>
public sealed class CodeConverter<T>() : ValueConverter<T, string>(value => Code.Of(value), code => Code.Parse<T>(code))
    where T : struct, Enum;
