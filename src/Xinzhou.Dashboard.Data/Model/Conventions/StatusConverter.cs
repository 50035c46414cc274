using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Conventions;

/// <summary>The status of a part of the plan, spelled with hyphens.</summary>
public sealed class StatusConverter() : ValueConverter<Status, string>(status => status.Written(), code => StatusCodes.Parse(code));
