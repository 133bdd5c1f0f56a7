namespace SupervisorBot.Gateway.Sessions;

/// <summary>A cookie that keeps a session at its node of a cluster.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
/// <param name="Path">The path it is sent for.</param>
public sealed record SessionCookie(string Name, string Value, string Path)
{
    /// <summary>Names the cookie without its value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => $"SessionCookie {{ Name = {Name} }}";
}
