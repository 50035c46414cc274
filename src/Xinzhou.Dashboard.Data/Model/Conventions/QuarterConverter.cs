using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.Conventions;

/// <summary>A quarter is kept as its code: <c>2025-Q1</c>, in the order of time.</summary>
public sealed class QuarterConverter() : ValueConverter<Quarter, string>(quarter => quarter.Code, code => Quarter.Parse(code)!.Value);
