using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Data.Model.Conventions;

/// <summary>What is reviewed is kept as its code: <c>2025</c>, <c>2026-Q3</c>.</summary>
public sealed class ReviewSubjectConverter() : ValueConverter<ReviewSubject, string>(subject => subject.Code, code => ReviewSubject.Parse(code)!.Value);
