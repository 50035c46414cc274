using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Cataloguing;

/// <summary>A department as it is kept.</summary>
/// <param name="Department">What it is.</param>
/// <param name="Version">Grows with every change; whoever changes it says which he saw.</param>
/// <param name="Forms">The names of the forms that it reports.</param>
/// <param name="Returns">How many returns it has.</param>
/// <param name="Users">How many users act for it who may sign in.</param>
public sealed record StoredDepartment(Department Department, int Version, IReadOnlyList<string> Forms, int Returns, int Users);
