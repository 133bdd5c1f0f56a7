using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Admission;

/// <summary>Whether somebody is let in.</summary>
/// <param name="Profile">The inspector that they are, where they are let in.</param>
/// <param name="Refusal">Why not, otherwise.</param>
internal readonly record struct Admission(InspectorProfile? Profile, AdmissionRefusal? Refusal);
