using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Model.Conventions;

/// <summary>The number of a notice is kept as it is written: <c>2026-012</c>.</summary>
public sealed class NoticeNumberConverter() : ValueConverter<NoticeNumber, string>(number => number.Code, code => NoticeNumber.Parse(code)!.Value);
