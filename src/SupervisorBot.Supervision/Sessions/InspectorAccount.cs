using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>An inspector with the password that signs them in at the gateway, where one is configured.</summary>
internal sealed record InspectorAccount(Inspector Inspector, string? Password)
{
    public override string ToString() => $"InspectorAccount {Inspector.AgentId}";
}
