namespace Xinzhou.Dashboard.Web.Todo;

/// <summary>Registers the queue of a person.</summary>
internal static class TodoSetup
{
    public static IServiceCollection AddTodo(this IServiceCollection services) => services.AddSingleton<TodoList>();
}
