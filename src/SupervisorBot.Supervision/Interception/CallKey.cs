namespace SupervisorBot.Supervision.Interception;

/// <summary>A call, among all the calls of every call centre that the bot serves.</summary>
/// <param name="Gateway">The gateway, by the host and port of its base address.</param>
/// <param name="Vcc">The virtual call centre (VDN) that the inspector signed in to; empty where the gateway does not tell.</param>
/// <param name="CallId">The call's id there.</param>
public sealed record CallKey(string Gateway, string Vcc, string CallId);
