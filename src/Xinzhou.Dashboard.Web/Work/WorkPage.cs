namespace Xinzhou.Dashboard.Web.Work;

/// <summary>
/// A page on which people work: interactive, with MudBlazor's parts, all of it inside one <see cref="InteractiveShell"/>.
/// Its class carries <c>@rendermode InteractiveServer</c>; header, navigation and foot around it stay static.
/// </summary>
[WorkPage]
public abstract class WorkPage : WorkPart;
