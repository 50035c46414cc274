using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Xinzhou.Dashboard.Data.Model.Conventions;

/// <summary>PostgreSQL takes moments in UTC only, whatever offset they were said with.</summary>
public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(moment => moment.ToUniversalTime(), moment => moment);
